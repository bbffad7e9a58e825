/** Documents whose commands are run as a reader would run them, and compared with what they say. */
@NullMarked
package dev.swarmha.lab.tour;

import org.jspecify.annotations.NullMarked;
