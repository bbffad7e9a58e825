/**
 * The immutable tree that a stack file and an Engine spec share: documents, where they came from,
 * paths into them, tables keyed by path, and the difference between two of them. Uses the JDK only.
 */
@NullMarked
package dev.swarmha.document;

import org.jspecify.annotations.NullMarked;
