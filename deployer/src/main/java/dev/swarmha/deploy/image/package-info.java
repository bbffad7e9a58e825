/** Pins image tags to the content that they name at the time of the deploy. */
@NullMarked
package dev.swarmha.deploy.image;

import org.jspecify.annotations.NullMarked;
