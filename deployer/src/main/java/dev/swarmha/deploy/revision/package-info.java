/** Numbered deploys of a stack, kept in the swarm itself and nowhere else. */
@NullMarked
package dev.swarmha.deploy.revision;

import org.jspecify.annotations.NullMarked;
