package dev.swarmha.engine.testkit;

import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.engine.time.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Says what answers at an address: a URL, or {@code tcp://HOST:PORT}. Addresses of which nothing
 * was said refuse the connection.
 */
public final class EndpointScript {

  private final VirtualTimeline timeline;
  private final InMemorySwarm swarm;
  private int status = 200;
  private String body = "";
  private Duration takes = Duration.ofMillis(5);
  private Instant opens = Instant.MIN;
  private BooleanSupplier isOpen = () -> false;

  EndpointScript(InMemorySwarm swarm) {
    this.swarm = swarm;
    this.timeline = swarm.timeline();
  }

  /** Accepts connections and answers each request so. */
  public EndpointScript answers(int answeredStatus, String answeredBody) {
    status = answeredStatus;
    body = answeredBody;
    isOpen = () -> true;
    return this;
  }

  public EndpointScript answers(int answeredStatus) {
    return answers(answeredStatus, "");
  }

  /** Refuses connections until this time has passed. */
  public EndpointScript answersAfter(Duration time) {
    opens = timeline.instant().plus(time);
    isOpen = () -> true;
    return this;
  }

  /** Answers as long as the service has a running task. */
  public EndpointScript servedBy(String service) {
    isOpen = () -> exists(service) && swarm.service(service).running() > 0;
    return this;
  }

  /** Answers as long as a task of the service runs on this node. */
  public EndpointScript servedBy(String service, String node) {
    isOpen = () -> exists(service) && swarm.service(service).runningByNode().containsKey(node);
    return this;
  }

  private boolean exists(String service) {
    return swarm.names(ResourceKind.SERVICE).contains(service);
  }

  /** Takes this long for each answer. */
  public EndpointScript takes(Duration time) {
    takes = time;
    return this;
  }

  /** Refuses connections. */
  public EndpointScript refuses() {
    isOpen = () -> false;
    return this;
  }

  ProbeResult answer(HealthProbe probe) {
    if (timeline.instant().isBefore(opens) || !isOpen.getAsBoolean()) {
      return new ProbeResult(probe, false, "connection refused", Duration.ZERO);
    }
    if (takes.compareTo(probe.timeout()) > 0) {
      String words = "no answer within " + DurationText.of(probe.timeout());
      return new ProbeResult(probe, false, words, probe.timeout());
    }
    return probe instanceof HealthProbe.Http http
        ? judged(http)
        : new ProbeResult(probe, true, "connected", takes);
  }

  private ProbeResult judged(HealthProbe.Http probe) {
    String answer = "HTTP " + status;
    if (!probe.status().contains(status)) {
      return new ProbeResult(probe, false, answer, takes);
    }
    return probe
        .contains()
        .filter(text -> !body.contains(text))
        .map(text -> "body does not contain \"" + text + "\"")
        .map(complaint -> new ProbeResult(probe, false, complaint, takes))
        .orElseGet(() -> new ProbeResult(probe, true, answer, takes));
  }
}
