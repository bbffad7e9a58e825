/** What is there: stacks, their tasks, and how they stand. Reads only. */
@NullMarked
package dev.swarmha.deploy.view;

import org.jspecify.annotations.NullMarked;
