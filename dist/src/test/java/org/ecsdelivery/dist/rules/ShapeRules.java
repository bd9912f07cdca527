package org.ecsdelivery.dist.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** What classes, fields and packages look like. */
final class ShapeRules {
    private ShapeRules() {}

    static ArchRule valuesNeverChange(House house) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(house.rooms("common", "engine.event", "engine.ecs", "engine.failure"))
                .and()
                // a builder stays with the one that puts the value together
                .areDeclaredInClassesThat()
                .haveSimpleNameNotEndingWith("Builder")
                .should()
                .beFinal()
                .because(
                        "settings, events and values pass between threads: make it a record, copy with a with...() method");
    }

    static ArchRule fieldsAreFinalWhenTheyCanBe(House house) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(house.all())
                .should(satisfy("be final or change", ShapeRules::isFinalOrChanges))
                .because("a reader should see which state changes: write final");
    }

    static ArchRule nothingSharedChanges(House house) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(house.all())
                .and()
                .areStatic()
                .should()
                .beFinal()
                .because(
                        "builds run at the same time in one agent, and reloading keeps statics: hold state in an object");
    }

    static ArchRule namesComeFromTheTrade(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.all())
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?")
                .because("such a name hides what the type is: name it by what it is in the trade");
    }

    static ArchRule packagesSayWhatMayBeNull(House house) {
        return classes()
                .that()
                .resideInAPackage(house.all())
                .should(isIn(
                        "a package marked @NullMarked",
                        type -> type.getPackage().isAnnotatedWith(NullMarked.class)))
                .because("NullAway checks only marked packages: add a package-info.java with @NullMarked");
    }

    static ArchRule packagesAreFreeOfCycles(House house) {
        return slices().matching(house.root() + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("two packages that need each other are one: merge them, or move what both need below them");
    }

    private static boolean isFinalOrChanges(JavaField field) {
        return field.getModifiers().contains(JavaModifier.FINAL)
                || field.getModifiers().contains(JavaModifier.SYNTHETIC)
                || field.getAccessesToSelf().stream().anyMatch(ShapeRules::isLaterChange);
    }

    private static boolean isLaterChange(JavaFieldAccess access) {
        return access.getAccessType() == AccessType.SET && !access.getOrigin().isConstructor();
    }

    private static ArchCondition<JavaField> satisfy(String description, Predicate<JavaField> test) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        field, test.test(field), field.getFullName() + " is set once and not final"));
            }
        };
    }

    private static ArchCondition<JavaClass> isIn(String description, Predicate<JavaClass> test) {
        return new ArchCondition<>("be in " + description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(
                        new SimpleConditionEvent(type, test.test(type), type.getName() + " is not in " + description));
            }
        };
    }
}
