import sqlparse
from sqlparse import sql

TEXT = """select a, b.c as d, count(*) from t1 as x left join t2 on x.id = t2.id -- comment
where a in (1, 2) and (b like 'x%' or c between 1 and 2) group by a having count(*) > 1 order by d desc;
insert into t (a, b) values (1, 'two'); create table t (id int primary key, name varchar(20));
/* block */ update t set a = case when b = 1 then 2 else 3 end where id = (select max(id) from t);"""

for statement in sqlparse.parse(TEXT):
    print(statement.get_type(), len(list(statement.flatten())))
    print([type(one).__name__ for one in statement.tokens if isinstance(one, sql.TokenList)])
print(sqlparse.format(TEXT, reindent=True, keyword_case="upper", identifier_case="lower", strip_comments=True))
print(sqlparse.format(TEXT, reindent_aligned=True, use_space_around_operators=True))
print(sqlparse.format("select 'a long text' from t", output_format="python", truncate_strings=4),
      len(sqlparse.split(TEXT)))
