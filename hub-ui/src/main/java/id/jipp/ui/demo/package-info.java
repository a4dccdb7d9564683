/** What only the demo has: real records of the network in three hubs on one machine, linked with each other. */
@NullMarked
package id.jipp.ui.demo;

import org.jspecify.annotations.NullMarked;
