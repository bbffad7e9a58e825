package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;

/** Brings what stands at one place to its long form; a long form stays as it is. */
@FunctionalInterface
interface Form {

  Document apply(DocumentPath path, Document document);
}
