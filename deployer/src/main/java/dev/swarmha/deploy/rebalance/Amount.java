package dev.swarmha.deploy.rebalance;

/** A number of tasks as far as it can be foretold: the scheduler leaves some choices to chance. */
record Amount(int least, int most) {

  static Amount of(int count) {
    return new Amount(count, count);
  }

  Amount or(int other) {
    return new Amount(Math.min(least, other), Math.max(most, other));
  }

  Amount or(Amount other) {
    return or(other.least).or(other.most);
  }

  Amount plus(Amount other) {
    return new Amount(least + other.least, most + other.most);
  }

  boolean allows(int count) {
    return least <= count && count <= most;
  }

  /** {@code 2}, or {@code 2-3}. */
  @Override
  public String toString() {
    return least == most ? String.valueOf(least) : least + "-" + most;
  }
}
