/**
 * The world for tests: a miniature swarm on virtual time, scripted by what happens and never by
 * which calls are made. May use the engine module, and JUnit in the contract only.
 */
@NullMarked
package dev.swarmha.engine.testkit;

import org.jspecify.annotations.NullMarked;
