<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%-- The tabs of a page; those of plugins come after the server's own. --%>
<%@ attribute name="address" required="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<nav class="tabs"><c:forEach items="${tabs}" var="each"><c:url value="${address}" var="href"><c:param name="tab" value="${each.id}"/></c:url><a href="<c:out value="${href}"/>"<c:if test="${each.id eq tab}"> aria-current="page"</c:if>><c:out value="${each.title}"/></a></c:forEach></nav>
