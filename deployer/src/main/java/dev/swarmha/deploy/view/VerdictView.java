package dev.swarmha.deploy.view;

import dev.swarmha.deploy.view.StackStatus.State;
import dev.swarmha.engine.Resource;
import dev.swarmha.wait.Convergence;
import dev.swarmha.wait.Reason;
import java.util.List;
import java.util.Optional;

/** A verdict as the status shows it. */
record VerdictView(State state, Optional<Integer> wanted, List<Reason> reasons) {

  /** Reads verdicts on one service. */
  record Reader(Resource service) implements Convergence.Visitor<VerdictView> {

    @Override
    public VerdictView pending(Convergence.Pending verdict) {
      return new VerdictView(
          State.PENDING, Optional.of(verdict.wanted()), because(verdict.reason()));
    }

    @Override
    public VerdictView progressing(Convergence.Progressing verdict) {
      return new VerdictView(State.PROGRESSING, Optional.of(verdict.wanted()), List.of());
    }

    @Override
    public VerdictView settling(Convergence.Settling verdict) {
      return new VerdictView(State.PROGRESSING, Optional.of(verdict.wanted()), List.of());
    }

    @Override
    public VerdictView converged(Convergence.Converged verdict) {
      return new VerdictView(State.CONVERGED, Optional.of(verdict.wanted()), List.of());
    }

    @Override
    public VerdictView failed(Convergence.Failed verdict) {
      return new VerdictView(State.FAILED, Optional.empty(), verdict.reasons());
    }

    @Override
    public VerdictView rolledBack(Convergence.RolledBack verdict) {
      return new VerdictView(State.FAILED, Optional.empty(), verdict.reasons());
    }

    @Override
    public VerdictView superseded(Convergence.Superseded verdict) {
      return new VerdictView(State.FAILED, Optional.empty(), because(verdict.message()));
    }

    private List<Reason> because(String message) {
      return List.of(Reason.ofService(service.name(), message));
    }
  }
}
