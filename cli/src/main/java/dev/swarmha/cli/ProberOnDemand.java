package dev.swarmha.cli;

import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.Prober;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A prober that is made when it is first asked: an HTTP client is dear, and most commands need
 * none.
 */
final class ProberOnDemand implements Prober {

  private final Supplier<Prober> maker;
  private @Nullable Prober prober;

  ProberOnDemand(Supplier<Prober> maker) {
    this.maker = maker;
  }

  @Override
  public Attempt begin(HealthProbe probe) {
    return prober().begin(probe);
  }

  private synchronized Prober prober() {
    Prober made = prober;
    if (made == null) {
      made = maker.get();
      prober = made;
    }
    return made;
  }
}
