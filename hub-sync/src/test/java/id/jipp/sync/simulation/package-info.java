/** Hubs as real sessions over logs in memory, in a world whose network and clocks fail by a seed. */
package id.jipp.sync.simulation;
