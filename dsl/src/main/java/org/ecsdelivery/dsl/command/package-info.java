/** The commands that people and CI run: init, propose, generate, check, diff. */
@NullMarked
package org.ecsdelivery.dsl.command;

import org.jspecify.annotations.NullMarked;
