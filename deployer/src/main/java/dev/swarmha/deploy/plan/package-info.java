/**
 * Changes before they are made: what is desired, how it differs from what is observed, and the
 * ordered steps between the two. Pure functions of documents and a snapshot.
 */
@NullMarked
package dev.swarmha.deploy.plan;

import org.jspecify.annotations.NullMarked;
