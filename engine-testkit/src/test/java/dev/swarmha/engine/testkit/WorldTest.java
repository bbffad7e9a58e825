package dev.swarmha.engine.testkit;

import static dev.swarmha.engine.testkit.ServiceSpecBuilder.service;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.ImageRegistry;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.StaleVersionException;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.engine.probe.Prober;
import dev.swarmha.engine.probe.StatusRanges;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorldTest {

  private static final String URL = "http://shop/health";

  private final Fixture fixture = Fixture.withNodes("n1", "n2");
  private final InMemorySwarm swarm = fixture.swarm();

  @Test
  void countsCallsAndTellsReadsFromWrites() {
    fixture.engine().nodes();
    fixture.create(service("web", "web:1"));
    swarm.service("web").running();

    assertThat(swarm.calls().texts()).containsExactly("nodes", "create service web");
    assertThat(swarm.calls().writes()).hasSize(1);
    assertThat(swarm.calls().count("nodes")).isEqualTo(1);
  }

  @Test
  void doesNotAnswerWhileItIsUnreachable() {
    swarm.engineUnreachableFor(ofSeconds(10));

    assertThatThrownBy(() -> fixture.engine().nodes())
        .isInstanceOf(EngineUnreachableException.class);
    swarm.advance(ofSeconds(10));
    assertThat(fixture.engine().nodes()).hasSize(2);
  }

  @Test
  void failsOneCallWithoutEffect() {
    swarm.failNextCall("create", new EngineRefusedException("disk full"));

    assertThatThrownBy(() -> fixture.create(service("web", "web:1"))).hasMessage("disk full");
    assertThat(swarm.names(ResourceKind.SERVICE)).isEmpty();
    fixture.create(service("web", "web:1"));
    assertThat(swarm.names(ResourceKind.SERVICE)).containsExactly("web");
  }

  @Test
  void losesAnAnswerButNotTheEffect() {
    swarm.loseNextAnswer("create");

    assertThatThrownBy(() -> fixture.create(service("web", "web:1")))
        .isInstanceOf(EngineUnreachableException.class);
    assertThat(swarm.names(ResourceKind.SERVICE)).containsExactly("web");
  }

  @Test
  void letsSomebodyElseWriteFirst() {
    ServiceView web = fixture.start(service("web", "web:1"));
    swarm.beforeNextCall("update", () -> fixture.update(web, spec -> spec.label("a", "1")));

    assertThatThrownBy(() -> fixture.update(web, spec -> spec.image("web:2")))
        .isInstanceOf(StaleVersionException.class);
    assertThat(web.image()).isEqualTo("web:1");
  }

  @Test
  void writesANewServiceOnceMoreWhenItGetsItsAddresses() {
    ServiceView web = fixture.create(service("web", "web:1"));
    long created = web.version();

    swarm.advance(ofSeconds(1));

    assertThat(web.version()).isGreaterThan(created);
  }

  @Test
  void givesUpACallOfAnInterruptedThread() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> fixture.engine().nodes())
        .isInstanceOf(EngineInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void refusesConnectionsUntilSomethingAnswers() {
    swarm.endpoint(URL).answersAfter(ofSeconds(5));
    assertThat(probe().answer()).isEqualTo("connection refused");

    swarm.advance(ofSeconds(5));
    assertThat(probe().answer()).isEqualTo("body does not contain \"ok\"");

    swarm.endpoint(URL).answers(200, "all ok");
    assertThat(probe().passed()).isTrue();

    swarm.endpoint(URL).answers(503, "busy");
    assertThat(probe().answer()).isEqualTo("HTTP 503");

    swarm.endpoint(URL).takes(ofSeconds(60));
    ProbeResult late = probe();
    assertThat(late.answer()).isEqualTo("no answer within 3s");
    assertThat(late.took()).isEqualTo(ofSeconds(3));
  }

  @Test
  void answersAsLongAsTheServiceRuns() {
    HealthProbe port = new HealthProbe.Tcp("shop", 5432, ofSeconds(1));
    fixture.start(service("web", "web:1"));
    swarm.endpoint("tcp://shop:5432").servedBy("web");

    assertThat(probe(port).answer()).isEqualTo("connected");
    swarm.service("web").crash(1, 1);
    assertThat(probe(port).answer()).isEqualTo("connection refused");
  }

  @Test
  void knowsAnImageByAnyOfItsNames() {
    ImageRegistry registry = swarm.connection().images();
    String digest = registry.inspect("web", Optional.empty()).orElseThrow().digest();
    swarm.image("web:latest").missing();

    assertThat(digest).startsWith("sha256:").hasSize(71);
    assertThat(registry.inspect("web", Optional.empty())).isEmpty();
    assertThat(registry.inspect("docker.io/library/web:latest@" + digest, Optional.empty()))
        .isEmpty();
    assertThat(registry.inspect("registry:5000/web", Optional.empty())).isPresent();
  }

  @Test
  void givesATestWhatNoEngineGivesBack() {
    Payload password = Payload.of(new byte[] {1, 2, 3});
    Mapping spec = Mapping.ofTexts(Map.of("Name", "password"));

    fixture.engine().create(ResourceKind.SECRET, spec, WriteOptions.of(password));

    assertThat(swarm.payload(ResourceKind.SECRET, "password")).isEqualTo(password);
  }

  private ProbeResult probe() {
    return probe(
        new HealthProbe.Http(
            URI.create(URL), StatusRanges.SUCCESS, Optional.of("ok"), ofSeconds(3)));
  }

  /** The answer when it has had all its time. */
  private ProbeResult probe(HealthProbe probe) {
    Prober.Attempt attempt = swarm.prober().begin(probe);
    swarm.advance(probe.timeout());
    return attempt.result().orElseThrow();
  }
}
