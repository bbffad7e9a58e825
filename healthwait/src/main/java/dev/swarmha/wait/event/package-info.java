/** What a wait tells while it waits: facts with names, never formatted text. */
@NullMarked
package dev.swarmha.wait.event;

import org.jspecify.annotations.NullMarked;
