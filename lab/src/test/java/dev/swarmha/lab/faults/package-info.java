/** What can go wrong with a rollout, each on real Engines, and what swarmha promises of it. */
@org.jspecify.annotations.NullMarked
package dev.swarmha.lab.faults;
