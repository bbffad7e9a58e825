/** Live stacks as stack files. */
@NullMarked
package dev.swarmha.deploy.export;

import org.jspecify.annotations.NullMarked;
