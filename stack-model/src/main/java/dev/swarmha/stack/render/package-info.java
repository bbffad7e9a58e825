/** Documents as YAML text. */
@NullMarked
package dev.swarmha.stack.render;

import org.jspecify.annotations.NullMarked;
