package dev.swarmha.deploy.lock;

/**
 * The lock of a stack is no longer ours, or cannot be shown to be: whoever changes the stack must
 * stop and leave it as it is. No {@code EngineException}, since nothing that bears with a refusal
 * of the Engine may bear with this.
 */
public final class LockLostException extends RuntimeException {

  LockLostException(String message) {
    super(message);
  }
}
