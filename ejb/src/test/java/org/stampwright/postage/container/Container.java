package org.stampwright.postage.container;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.bind.annotation.AllArguments;
import net.bytebuddy.implementation.bind.annotation.Origin;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import net.bytebuddy.implementation.bind.annotation.SuperCall;
import net.bytebuddy.matcher.ElementMatchers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;
import org.stampwright.postage.database.WorkJdbi;

/**
 * Creates facades as the application server does: injected, constructed to the end, and with a transaction around each
 * call as its class or method declares. The test provides all other objects.
 */
public final class Container implements AutoCloseable {

    /** Events end here: what they do to caches is tested in the server. */
    private static final Event<?> UNHEARD = (Event<?>) Proxy.newProxyInstance(
            Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null);

    private final EntityManagerFactory factory;
    private final DataSource joining;
    private final Map<Class<?>, Object> beans = new HashMap<>();
    /** Tests change rows behind the caches' back; those of the caches themselves set a bound. */
    private final Map<String, String> configuration = new HashMap<>(Map.of("stampwright.cache.staleness-millis", "0"));

    private final ThreadLocal<Deque<Work>> stack = ThreadLocal.withInitial(ArrayDeque::new);

    /** A transaction, or (with none begun) the absence of one. */
    private static final class Work {
        private final EntityManager entities;
        private final boolean transaction;
        private boolean rollbackOnly;

        Work(EntityManager entities, boolean transaction) {
            this.entities = entities;
            this.transaction = transaction;
            if (transaction) {
                entities.getTransaction().begin();
            }
        }
    }

    public Container(PGSimpleDataSource database) {
        this.joining = joining(database);
        with(Jdbi.class, WorkJdbi.over(joining));
        this.factory = Persistence.createEntityManagerFactory(
                "vendor",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", database,
                        "jakarta.persistence.jtaDataSource", "",
                        "eclipselink.weaving", "false"));
    }

    /** Injects this bean wherever its class, or a superclass, is injected. */
    public Container with(Class<?> type, Object bean) {
        beans.put(type, bean);
        return this;
    }

    public Container with(String key, String value) {
        configuration.put(key, value);
        return this;
    }

    /** Returns the bean of this class with all its dependencies. */
    public synchronized <T> T get(Class<T> type) {
        Object known = beans.get(type);
        if (known == null) {
            known = make(type);
            beans.put(type, known);
            inject(known, type);
            constructed(known, type);
        }
        return type.cast(known);
    }

    private Object make(Class<?> type) {
        try {
            if (type.isAnnotationPresent(Stateless.class)) {
                return new ByteBuddy()
                        .subclass(type)
                        .method(ElementMatchers.isPublic().and(ElementMatchers.isDeclaredBy(type)))
                        .intercept(MethodDelegation.withDefaultConfiguration()
                                .filter(ElementMatchers.named("around"))
                                .to(this))
                        .make()
                        .load(
                                type.getClassLoader(),
                                net.bytebuddy.dynamic.loading.ClassLoadingStrategy.Default.INJECTION)
                        .getLoaded()
                        .getDeclaredConstructor()
                        .newInstance();
            }
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (constructor.isAnnotationPresent(Inject.class)) {
                    constructor.setAccessible(true);
                    Object[] arguments = new Object[constructor.getParameterCount()];
                    Parameter[] parameters = constructor.getParameters();
                    for (int i = 0; i < arguments.length; i++) {
                        arguments[i] = get(parameters[i].getType());
                    }
                    return constructor.newInstance(arguments);
                }
            }
            Constructor<?> plain = type.getDeclaredConstructor();
            plain.setAccessible(true);
            return plain.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private void inject(Object bean, Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            try {
                field.setAccessible(true);
                if (field.isAnnotationPresent(PersistenceContext.class)) {
                    field.set(bean, entities());
                } else if (field.isAnnotationPresent(Resource.class)) {
                    field.set(bean, resource(field.getType()));
                } else if (field.isAnnotationPresent(ConfigProperty.class)) {
                    field.set(bean, configured(field));
                } else if (field.getType() == Event.class) {
                    field.set(bean, UNHEARD);
                } else if (field.isAnnotationPresent(Inject.class)) {
                    field.set(bean, get(field.getType()));
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(field.toString(), e);
            }
        }
    }

    private static void constructed(Object bean, Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(PostConstruct.class)) {
                try {
                    method.setAccessible(true);
                    method.invoke(bean);
                } catch (InvocationTargetException e) {
                    throw new IllegalStateException(method.toString(), e.getCause());
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(method.toString(), e);
                }
            }
        }
    }

    private Object resource(Class<?> type) {
        if (type == DataSource.class) {
            return joining;
        }
        return type == SessionContext.class
                ? Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("setRollbackOnly")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    stack.get().peek().rollbackOnly = true;
                    return null;
                })
                : get(type);
    }

    /** Works like the server's: inside a transaction each connection is the transaction's. */
    private DataSource joining(DataSource database) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Work work = stack.get().peek();
            return method.getName().equals("getConnection") && work != null && work.transaction
                    ? unclosed(work.entities.unwrap(Connection.class))
                    : call(method, database, arguments);
        });
    }

    private static Connection unclosed(Connection connection) {
        return proxy(
                Connection.class,
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : call(method, connection, arguments));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Container.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object configured(Field field) {
        ConfigProperty property = field.getAnnotation(ConfigProperty.class);
        String text = configuration.getOrDefault(property.name(), property.defaultValue());
        if (field.getType() == int.class) {
            return Integer.valueOf(text);
        }
        if (field.getType() == boolean.class) {
            return Boolean.valueOf(text);
        }
        return field.getType() == URI.class ? URI.create(text) : text;
    }

    private EntityManager entities() {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(stack.get().peek().entities, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Wraps each call of a facade. */
    @RuntimeType
    public Object around(@Origin Method method, @AllArguments Object[] arguments, @SuperCall Callable<?> call)
            throws Exception {
        TransactionAttribute own = method.getAnnotation(TransactionAttribute.class);
        TransactionAttribute ofClass = method.getDeclaringClass().getAnnotation(TransactionAttribute.class);
        TransactionAttributeType type =
                own != null ? own.value() : ofClass != null ? ofClass.value() : TransactionAttributeType.REQUIRED;
        Work outer = stack.get().peek();
        if (type == TransactionAttributeType.MANDATORY && (outer == null || !outer.transaction)) {
            throw new IllegalStateException(method + " needs a transaction");
        }
        boolean joins = outer != null
                && (type == TransactionAttributeType.SUPPORTS
                        || type == TransactionAttributeType.MANDATORY
                        || type == TransactionAttributeType.REQUIRED && outer.transaction);
        return joins
                ? call.call()
                : inOwn(
                        type == TransactionAttributeType.REQUIRED || type == TransactionAttributeType.REQUIRES_NEW,
                        call);
    }

    private Object inOwn(boolean transaction, Callable<?> call) throws Exception {
        Work work = new Work(factory.createEntityManager(), transaction);
        stack.get().push(work);
        try {
            Object answer = call.call();
            if (transaction && !work.rollbackOnly) {
                work.entities.getTransaction().commit();
            }
            return answer;
        } finally {
            stack.get().pop();
            if (work.entities.getTransaction().isActive()) {
                work.entities.getTransaction().rollback();
            }
            work.entities.close();
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
