/** Data for people and machines: aligned tables, and documents as JSON or YAML. */
@NullMarked
package dev.swarmha.cli.output;

import org.jspecify.annotations.NullMarked;
