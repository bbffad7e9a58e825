/**
 * What is wrong with a file, as values: diagnostics with their place, collected over all stages and
 * handed out together.
 */
@NullMarked
package dev.swarmha.stack.diagnostic;

import org.jspecify.annotations.NullMarked;
