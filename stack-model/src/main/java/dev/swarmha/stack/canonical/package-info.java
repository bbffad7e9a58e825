/**
 * Short forms to long forms, one row of a table each, so that merging and binding only ever see
 * long ones. Paths become absolute and environment files become variables here.
 */
@NullMarked
package dev.swarmha.stack.canonical;

import org.jspecify.annotations.NullMarked;
