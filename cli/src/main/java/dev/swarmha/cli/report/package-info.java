/**
 * Telling others how a command ended: a summary in Markdown, messages to addresses, and the marks
 * that GitHub and GitLab understand. None of it changes how the command ends.
 */
@NullMarked
package dev.swarmha.cli.report;

import org.jspecify.annotations.NullMarked;
