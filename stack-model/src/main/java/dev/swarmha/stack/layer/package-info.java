/** Single documents of single files, brought to their long form, and where they belong. */
@NullMarked
package dev.swarmha.stack.layer;

import org.jspecify.annotations.NullMarked;
