/**
 * What a stack was before: its revisions, the contents that they name, and the lock around each.
 */
@NullMarked
package dev.swarmha.lab.revisions;

import org.jspecify.annotations.NullMarked;
