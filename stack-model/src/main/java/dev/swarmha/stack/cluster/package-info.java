/**
 * The file that describes a whole cluster: its machines, its swarm, and what every stack shares.
 */
@NullMarked
package dev.swarmha.stack.cluster;

import org.jspecify.annotations.NullMarked;
