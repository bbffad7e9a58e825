/**
 * Requests of {@code docker stack deploy} and of swarmha for the same files, recorded and compared.
 * Needs the docker CLI, no Engine and no root.
 */
@NullMarked
package dev.swarmha.lab.parity;

import org.jspecify.annotations.NullMarked;
