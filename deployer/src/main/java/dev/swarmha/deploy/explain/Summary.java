package dev.swarmha.deploy.explain;

import dev.swarmha.wait.Convergence;

/**
 * A verdict on a service in a few words.
 *
 * @param verb what its tasks do when they are as they should be
 */
record Summary(long running, String verb, boolean global) implements Convergence.Visitor<String> {

  @Override
  public String pending(Convergence.Pending verdict) {
    return running(verdict.done(), verdict.wanted());
  }

  @Override
  public String progressing(Convergence.Progressing verdict) {
    return running(verdict.done(), verdict.wanted());
  }

  @Override
  public String settling(Convergence.Settling verdict) {
    return running(verdict.done(), verdict.wanted());
  }

  @Override
  public String converged(Convergence.Converged verdict) {
    if (verdict.wanted() > 0) {
      return "well, " + running(verdict.wanted(), verdict.wanted());
    }
    return global ? "no node takes part" : "it has no tasks, and its spec wants none";
  }

  @Override
  public String failed(Convergence.Failed verdict) {
    return "failed, " + running + " of its tasks run";
  }

  @Override
  public String rolledBack(Convergence.RolledBack verdict) {
    return "rolled back by the Engine, " + running + " of its tasks run";
  }

  @Override
  public String superseded(Convergence.Superseded verdict) {
    return verdict.message();
  }

  private String running(int done, int wanted) {
    return done + " of " + wanted + " tasks " + verb;
  }
}
