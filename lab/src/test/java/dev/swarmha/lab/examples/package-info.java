/** The examples, deployed with real servers and held to what they promise. */
@org.jspecify.annotations.NullMarked
package dev.swarmha.lab.examples;
