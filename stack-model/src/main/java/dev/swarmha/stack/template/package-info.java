/** Variables in one text: what is substituted, and what is wrong with it. */
@NullMarked
package dev.swarmha.stack.template;

import org.jspecify.annotations.NullMarked;
