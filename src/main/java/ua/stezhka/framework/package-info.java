/** Competence frameworks as data: areas, competences and levels by stable ids, several frameworks side by side. */
@NullMarked
package ua.stezhka.framework;

import org.jspecify.annotations.NullMarked;
