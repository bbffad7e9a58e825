package dev.swarmha.stack.merge;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;

/** What comes of two documents at one place. */
@FunctionalInterface
interface MergeRule {

  Document merge(DocumentPath path, Document base, Document override);
}
