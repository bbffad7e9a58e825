/** What tasks write: of one task, of a service, of a whole stack, merged by time. */
@NullMarked
package dev.swarmha.deploy.logs;

import org.jspecify.annotations.NullMarked;
