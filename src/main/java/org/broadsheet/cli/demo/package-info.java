/** A small newsroom on loopback that publishes sample feeds. */
@NullMarked
package org.broadsheet.cli.demo;

import org.jspecify.annotations.NullMarked;
