/** The commands that people and CI run: init, generate, check, diff. */
@NullMarked
package org.ecsdelivery.dsl.command;

import org.jspecify.annotations.NullMarked;
