/** Engine specs in the words of a stack file: the way back from what {@code convert} makes. */
@NullMarked
package dev.swarmha.deploy.words;

import org.jspecify.annotations.NullMarked;
