/** Options that several commands share, and the forms in which values are typed. */
@NullMarked
package dev.swarmha.cli.option;

import org.jspecify.annotations.NullMarked;
