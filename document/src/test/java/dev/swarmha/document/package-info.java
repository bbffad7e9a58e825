@NullMarked
package dev.swarmha.document;

import org.jspecify.annotations.NullMarked;
