package dev.swarmha.lab.parity;

/** How a program ended and what it said. */
record Ended(int code, String out, String err) {

  @Override
  public String toString() {
    return "exit code " + code + "\n" + out + err;
  }
}
