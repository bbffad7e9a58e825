package dev.swarmha.engine.testkit.contract;

/** Tests of one field, each in a scene of its own. */
interface Habits {

  ContractScene scene();
}
