/**
 * Progress for people and machines: every renderer is a sink of progress events. Renderers show and
 * remember; they never decide, and no exit code comes from them.
 */
@NullMarked
package dev.swarmha.cli.render;

import org.jspecify.annotations.NullMarked;
