/**
 * A stack as a model: records without short forms, variables or references to lines, and {@link
 * StackLoader}, the front door, which leads from texts to them through all the stages.
 */
@NullMarked
package dev.swarmha.stack.model;

import org.jspecify.annotations.NullMarked;
