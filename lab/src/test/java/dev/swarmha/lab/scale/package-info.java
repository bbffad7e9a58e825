/** A swarm larger than any lab, in memory only, and how long it takes to decide about it. */
@NullMarked
package dev.swarmha.lab.scale;

import org.jspecify.annotations.NullMarked;
