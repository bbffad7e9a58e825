package dev.swarmha.wait.probe;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.engine.probe.Prober;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Asks over the network, once a try and without retries of its own. */
public final class JdkProber implements Prober {

  private final InstantSource clock;
  private final HttpGet http;

  public JdkProber(InstantSource clock) {
    this.clock = requireNonNull(clock, "clock");
    this.http = new HttpGet(clock);
  }

  @Override
  public ProbeResult probe(HealthProbe probe) throws InterruptedException {
    Instant start = clock.instant();
    Answer answer =
        probe instanceof HealthProbe.Http get
            ? http.ask(get)
            : TcpConnect.ask((HealthProbe.Tcp) probe);
    Duration took = Duration.between(start, clock.instant());
    return new ProbeResult(probe, answer.passed(), answer.words(), took);
  }
}
