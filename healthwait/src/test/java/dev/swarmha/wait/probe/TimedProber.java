package dev.swarmha.wait.probe;

import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.engine.probe.Prober;
import dev.swarmha.engine.testkit.VirtualTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Addresses that become healthy at some time, behind a network that may be slow. */
final class TimedProber implements Prober {

  final List<String> asked = new ArrayList<>();
  final List<String> abandoned = new ArrayList<>();
  private final VirtualTimeline timeline;
  private final Map<String, Duration> healthyAfter = new HashMap<>();
  private final Map<String, Duration> takes = new HashMap<>();
  private Duration answersIn = Duration.ZERO;

  TimedProber(VirtualTimeline timeline) {
    this.timeline = timeline;
  }

  /** Counted from the beginning of the timeline. */
  TimedProber healthyAfter(String url, Duration time) {
    healthyAfter.put(url, time);
    return this;
  }

  TimedProber answersIn(Duration time) {
    answersIn = time;
    return this;
  }

  TimedProber answersIn(String url, Duration time) {
    takes.put(url, time);
    return this;
  }

  @Override
  public Attempt begin(HealthProbe probe) {
    String address = probe.address();
    asked.add(address);
    Duration took = takes.getOrDefault(address, answersIn);
    Duration healthyFrom = healthyAfter.getOrDefault(address, Duration.ZERO);
    boolean healthy = healthyFrom.compareTo(timeline.elapsed()) <= 0;
    String words = healthy ? "HTTP 200" : "HTTP 503";
    Instant at = timeline.instant().plus(took);
    return new Attempt() {
      @Override
      public Optional<ProbeResult> result() {
        return timeline.instant().isBefore(at)
            ? Optional.empty()
            : Optional.of(new ProbeResult(probe, healthy, words, took));
      }

      @Override
      public void abandon() {
        abandoned.add(address);
      }
    };
  }
}
