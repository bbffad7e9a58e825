/**
 * Tests on real Docker Engines: {@code @Lab} raises a swarm of them on this machine, {@code
 * LabSwarm} is what a test does with it. No part of the product.
 */
@NullMarked
package dev.swarmha.lab;

import org.jspecify.annotations.NullMarked;
