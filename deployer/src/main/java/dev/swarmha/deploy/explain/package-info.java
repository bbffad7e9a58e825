/** Why a service or a task does not run, and what to do. Reads only. */
@NullMarked
package dev.swarmha.deploy.explain;

import org.jspecify.annotations.NullMarked;
