/** Who asks for something: on which machine, in which job of a pipeline, on which commit. */
@NullMarked
package dev.swarmha.cli.provenance;

import org.jspecify.annotations.NullMarked;
