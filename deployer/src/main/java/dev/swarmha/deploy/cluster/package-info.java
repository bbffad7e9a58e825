/** Forming a swarm: init, join, leave and the tokens that let Engines in. */
@NullMarked
package dev.swarmha.deploy.cluster;

import org.jspecify.annotations.NullMarked;
