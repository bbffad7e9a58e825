/**
 * Both tools, ours and Docker's, with the same files on real Engines: what the Engines then have.
 */
@NullMarked
package dev.swarmha.lab.live;

import org.jspecify.annotations.NullMarked;
