package dev.swarmha.deploy;

/** How far a rollout has come: what is told of the stack when it ends here against its will. */
enum RolloutPhase {
  UNTOUCHED("nothing has been changed", false),
  APPLYING("it is half deployed", true),
  AWAITING("everything is submitted, and nobody waits for it any more", true),
  FAILED("its rollout has failed and it is on the way back", true),
  PAUSING("its rollout has failed and is being stopped where it is", true),
  GOING_BACK("it is on the way back", true),
  REMOVING("it runs, and what it no longer has may be left", true),
  TIDYING("it is deployed, and what it no longer needs may be left", false);

  private final String words;
  private final boolean takenUpNext;

  RolloutPhase(String words, boolean takenUpNext) {
    this.words = words;
    this.takenUpNext = takenUpNext;
  }

  /** The state of the stack, in words. */
  String words() {
    return words;
  }

  /** What is left behind of a stack, and what becomes of it, in words. */
  String leftBehind(String stack) {
    return "stack "
        + stack
        + ": "
        + words
        + (takenUpNext ? "; the next swarmha deploy or rollback takes it up" : "")
        + "; see: swarmha status "
        + stack;
  }
}
